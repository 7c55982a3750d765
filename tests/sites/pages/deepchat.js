// A component with a shadow root of its own.
import "deep-chat";
