/** The extension's shared types. Nothing here runs or ships. */

declare namespace Sottovoce {
  /** Keys and indexes from a value to its parts; `*` means every item of a list. */
  type Path = readonly (string | number)[];
  /** Places and the values that they must have. */
  type Match = readonly (readonly [Path, string | number | boolean | null])[];

  // --- site files (companion/sitefiles.py, docs/reference/sites.md) -------------------------

  /** Where the person's text sits in a value. What does not fit is not readable. */
  interface Texts {
    /** A list of turns of a conversation: every turn that the site did not write is judged. */
    readonly turns?: {
      readonly list: Path;
      readonly role: Path;
      readonly content: Path;
      readonly site?: readonly string[];
    };
    /** Texts that must be there; `*` means every item of a list. */
    readonly texts?: readonly Path[];
    /** Contents that must be there: a text, or a list of texts and other parts. */
    readonly parts?: readonly Path[];
    /** Contents that are judged when they are there (pasted documents, for example). */
    readonly also?: readonly Path[];
    /** Files that travel with the prompt: a list of them, or a single one. */
    readonly files?: readonly {
      readonly list: Path;
      readonly type: Path;
      readonly size: Path;
      readonly name?: Path;
      /** A file's bytes, in Base64. */
      readonly data?: Path;
    }[];
    /** Where the site's own conversation id sits. */
    readonly conversation?: Path;
    /** All other strings below a place, but for the site's own fields. */
    readonly rest?: { readonly under?: Path; readonly skip?: readonly Path[] };
  }

  /** A request's body. */
  interface Body extends Texts {
    /** `json`; `form` (a field of an urlencoded form that holds JSON); `multipart` (the same in
     * a form with files); `graphql`; `file` (a file, or a form with files); `leaves` (every
     * string). */
    readonly format: "json" | "form" | "multipart" | "graphql" | "file" | "leaves";
    /** The form's field. */
    readonly field?: string;
    /** In a form: where the field's JSON nests more JSON text. */
    readonly nested?: Path;
    /** Shapes of different bodies that one address takes; the first that matches counts. */
    readonly cases?: readonly (Texts & { readonly match: Match })[];
    /** What does not fit is judged by every string in it, for nobody knows the software. */
    readonly otherwise?: "leaves";
  }

  interface Endpoint {
    /** A regular expression over the whole URL; its group `conversation` names one. */
    readonly url: string;
    readonly methods: readonly string[];
    /** Absent: the endpoint carries unsent text (a draft) and is never released. */
    readonly body?: Body;
    /** Reading from it (GET, HEAD) is something else, and passes. */
    readonly reads?: boolean;
    /** What the person does when the page calls it. */
    readonly use?: readonly ("send" | "edit" | "regenerate" | "continue" | "retry")[];
  }

  /** A WebSocket that takes prompts. */
  interface Socket {
    readonly url: string;
    /** How an opened handshake is told from others: a secret in its query. */
    readonly mark: "query";
    readonly frames?: readonly {
      readonly match: Match;
      readonly body: Texts;
      readonly stage?: "draft";
    }[];
    /** Frames without the person's content; only a short one passes unjudged. */
    readonly control?: readonly { readonly match: Match; readonly most: number }[];
    /** What stands before the JSON of every frame. */
    readonly prefix?: string;
  }

  /** What tells the frames of a WebSocket apart, without how they are read. */
  interface WatchedSocket extends Omit<Socket, "frames"> {
    readonly frames?: readonly { readonly match: Match }[];
  }

  /** What the page's world knows of a site: what is held there. */
  interface Watched {
    readonly kind?: Site["kind"];
    readonly pages: string;
    readonly endpoints?: readonly Pick<Endpoint, "url" | "methods">[];
    readonly drafts?: readonly Pick<Endpoint, "url" | "methods">[];
    readonly uploads?: readonly Pick<Endpoint, "url" | "methods">[];
    readonly sockets?: readonly WatchedSocket[];
  }

  /** What a frame of a WebSocket is, by its recipe. */
  interface SocketFrame {
    /** Without content; the person's text; anything else; binary, which nobody can read. */
    readonly kind: "control" | "frame" | "other" | "unreadable";
    /** What is to be judged of it. */
    readonly payload: string;
    /** Which of the recipe's frames it is, or -1. */
    readonly index: number;
  }

  interface Site {
    readonly name: string;
    /** The site's name for people. */
    readonly label: string;
    /** `fixed` if absent: it has hosts of its own. */
    readonly kind?: "fixed" | "self-hosted" | "generic";
    /** It runs on this computer, which has many names. */
    readonly loopback?: boolean;
    /** Match patterns of its pages and of what they call. */
    readonly hosts?: readonly string[];
    /** A regular expression over page URLs. */
    readonly pages: string;
    /** A regular expression over page URLs whose group `conversation` names the chat. */
    readonly chats?: string;
    readonly endpoints?: readonly Endpoint[];
    /** Endpoints that carry text while it is typed. */
    readonly drafts?: readonly Endpoint[];
    /** Endpoints that take files. */
    readonly uploads?: readonly Endpoint[];
    readonly sockets?: readonly Socket[];
    /** CSS selector of the box that people type in. */
    readonly composer: string;
    /** CSS selector of what surrounds it, for the panel's place and width. */
    readonly frame: string;
    /** Where a clean chat starts. */
    readonly fresh?: string;
    /** CSS selector of the send button; without one it is guessed. */
    readonly send?: string;
    /** Whether a pressed send is judged before the page learns of it; true if absent. */
    readonly typed?: boolean;
  }
  /** What a document of a site needs to know of it. */
  type PageSite = Pick<Site, "name" | "label" | "composer" | "frame" | "send" | "typed"> & {
    /** Whether the file describes this very site, so that a change can be told. */
    readonly known: boolean;
  };

  interface Attachment {
    readonly media_type: string;
    readonly size: number;
    /** Its name; hidden like text. */
    readonly name?: string;
    /** Its bytes, in base64; without them it cannot be judged. */
    readonly data?: string;
  }

  interface Extracted {
    readonly text: string;
    /** The code point of `text` at which the latest turn begins; 0 where no turns are known. */
    readonly latest: number;
    readonly readable: boolean;
    readonly attachments: readonly Attachment[];
    /** The site's own id, or empty. */
    readonly conversation: string;
  }

  // --- the companion's messages (companion/messages.py) -------------------------------------

  interface Links {
    readonly worker: string;
    readonly tunnel: string;
    readonly secured: string;
    readonly model: string;
    readonly environment: string;
  }
  interface Finding {
    readonly kind: string;
    readonly start: number;
    readonly end: number;
    readonly score: number;
    readonly detector: string;
    readonly part?: string;
  }
  interface Welcome {
    readonly type: "welcome";
    readonly v: number;
    readonly companion: string;
    readonly policy_id: string;
    readonly policy_name: string;
    readonly policy_error: string;
    readonly threshold: number;
    readonly generic_sites: readonly string[];
    readonly links: Links;
    readonly yours?: Omit<Yours, "type">;
  }
  /** What the person may do and has done: pauses, sites switched off, rules for files. */
  interface Yours {
    readonly type: "yours";
    readonly paused: readonly { readonly site: string; readonly until: number }[];
    readonly off: readonly string[];
    readonly may: {
      readonly send_publicly: boolean;
      readonly not_sensitive: boolean;
      readonly pause_minutes: number;
      readonly switch: boolean;
    };
    readonly files: {
      readonly max_bytes: number;
      readonly unreadable: "hold" | "pass";
      readonly paste: "judge" | "free";
      readonly drop: "judge" | "free";
    };
    /** How much is remembered as not sensitive; not said by an older companion. */
    readonly remembered?: { readonly messages: number; readonly findings: number };
  }
  /** A prompt may go to the site once, because the person answers for it. */
  interface Granted {
    readonly type: "granted";
    readonly id: string;
    readonly prompt: string;
    readonly until: number;
  }
  /** A signed set of site files that is newer than ours. */
  interface SiteFiles {
    readonly type: "sites";
    readonly bundle: string;
    readonly signature: string;
    readonly key: string;
  }
  interface State {
    readonly type: "state";
    readonly links: Links;
  }
  interface Decided {
    readonly type: "decided";
    readonly id: string;
    readonly action: "release" | "answer" | "hold" | "pass";
    readonly variant: "public" | "secured";
    readonly eligible: boolean;
    readonly tag: readonly { criterion: string; verdict: string; detail: string }[];
    readonly level: number;
    readonly threshold: number;
    readonly reasons: readonly string[];
    readonly kinds: readonly string[];
    readonly findings: readonly Finding[];
    readonly ms: number;
    readonly categories?: readonly Share[];
    /** The kinds that make it grave. */
    readonly grave?: readonly string[];
    /** What policy calls a kind. */
    readonly words?: Readonly<Record<string, string>>;
    /** What the person may do with this very prompt: `public`, `not_sensitive`. */
    readonly offers?: readonly string[];
    /** Of each attachment what was read of it. */
    readonly files?: readonly {
      readonly format: string;
      readonly characters: number;
      readonly unread: string | null;
    }[];
  }
  /** A file that people are told about: it could not be read, or it holds what is private. */
  interface ToldFile {
    readonly name: string;
    readonly number: number;
    readonly unread: string;
    readonly private: boolean;
  }
  /** How likely a prompt is about a category of sensitive information. */
  interface Share {
    readonly category: string;
    readonly share: number;
  }
  interface Delta {
    readonly type: "delta";
    readonly id: string;
    readonly text: string;
  }
  interface Done {
    readonly type: "done";
    readonly id: string;
    readonly model: string;
    readonly environment: string;
    readonly path: string;
    readonly first_token_ms: number;
    readonly total_ms: number;
  }
  interface Held {
    readonly type: "held";
    readonly id: string;
    readonly reason: string;
    readonly retry: boolean;
  }
  interface Fault {
    readonly type: "fault";
    readonly message: string;
    readonly id: string;
  }
  type FromDaemon =
    Welcome | Yours | State | Decided | Delta | Done | Held | Fault | Granted | SiteFiles;

  /** Where a text stands on its way: about to leave, pressed send, typed, about to enter. */
  type Stage = "sent" | "typed" | "draft" | "look" | "ahead";
  interface Turn {
    readonly role: "user" | "assistant";
    readonly text: string;
  }

  interface Prompt {
    readonly type: "prompt";
    readonly id: string;
    readonly site: string;
    readonly conversation: string;
    readonly text: string;
    readonly latest: number;
    readonly readable: boolean;
    readonly attachments: readonly Attachment[];
    readonly stage?: Stage;
    /** Earlier secured turns of the conversation; only the secured model reads them. */
    readonly context?: readonly Turn[];
  }
  /** A turn of a private conversation; an answer says how it ended. */
  interface TalkTurn {
    readonly role: "user" | "assistant";
    text: string;
    state?: "open" | "whole" | "stopped" | "broken";
  }
  type FromSide =
    | { readonly type: "open"; readonly tab: number }
    | { readonly type: "ask"; readonly text: string }
    | { readonly type: "stop" }
    | { readonly type: "forget" };
  type ToSide =
    | { readonly type: "talk"; readonly talk: import("../extension/shared/talks.js").Talk | null }
    | { readonly type: "delta"; readonly text: string }
    | { readonly type: "back"; readonly text: string };
  type ToDaemon =
    | {
        readonly type: "hello";
        readonly v: number;
        readonly agent: string;
        readonly extension: string;
        readonly sites?: number;
      }
    | Prompt
    | {
        readonly type: "follow";
        readonly id: string;
        readonly site: string;
        readonly conversation: string;
        readonly turns: readonly Turn[];
      }
    | {
        readonly type: "override";
        readonly id: string;
        readonly prompt: string;
        readonly reason: string;
      }
    | {
        readonly type: "not_sensitive";
        readonly id: string;
        readonly prompt: string;
        readonly findings: readonly { readonly kind: string; readonly text: string }[];
      }
    | {
        readonly type: "pause";
        readonly id: string;
        readonly site: string;
        readonly minutes: number;
      }
    | { readonly type: "switch"; readonly id: string; readonly site: string; readonly on: boolean }
    | { readonly type: "forget"; readonly id: string }
    | {
        readonly type: "sent";
        readonly id: string;
        readonly status: number;
        readonly first_byte_ms: number;
        readonly hold_ms: number;
      }
    | { readonly type: "cancel"; readonly id: string }
    | { readonly type: "status" };

  // --- page hook <-> bridge (MessagePort), bridge <-> background (runtime port) --------------

  /** A request that the hook holds. `n` counts within one document. */
  interface Hold {
    readonly type: "hold";
    readonly n: number;
    /** The page's address now; it names the chat, and nothing else rests on it. */
    readonly page: string;
    readonly method: string;
    readonly url: string;
    readonly contentType: string;
    /** Base64 between bridge and background; bytes between hook and bridge. */
    readonly body: string;
    readonly readable: boolean;
    /** A frame of a WebSocket, and no request. */
    readonly transport?: "socket";
    /** No site file names its address, and it holds what the person typed. */
    readonly moved?: boolean;
    /** Whether the person was still typing when it came. */
    readonly typing?: boolean;
    /** Whether it could be what the person wanted sent: it holds what they typed, or comes right
     * after they pressed something. */
    readonly meant?: boolean;
    /** What the page set; judged where it reads like text. */
    readonly headers?: Readonly<Record<string, string>>;
    /** How the page's request was to be made, where the bridge can make it. */
    readonly options?: Readonly<Record<string, any>>;
    /** The answer is wanted piece by piece, as an `XMLHttpRequest` shows it. */
    readonly pieces?: boolean;
  }
  interface HookHold extends Omit<Hold, "body" | "page"> {
    readonly body: Uint8Array | null;
  }
  /** Text that the person sends, before the page knows; `n` counts apart from requests. */
  interface Typed {
    readonly type: "typed";
    readonly n: number;
    readonly text: string;
    readonly page: string;
    /** Pressed send, or about to enter the page. */
    readonly stage: "typed" | "look";
    readonly attachments?: readonly Attachment[];
  }
  type FromHook =
    | HookHold
    /** A handshake waits until the wall is opened for it. */
    | { readonly type: "socket"; readonly n: number; readonly url: string }
    /** Does it hold what the person typed? It goes to an address that no site file names. */
    | { readonly type: "compare"; readonly n: number; readonly body: Uint8Array }
    /** What the wall must refuse left. */
    | { readonly type: "canary" }
    | { readonly type: "cancel"; readonly n: number }
    | { readonly type: "sent"; readonly n: number; readonly status: number; readonly ms: number };
  type ToHook =
    | { readonly type: "generic"; readonly patterns: readonly string[] }
    | { readonly type: "release"; readonly n: number; readonly url: string }
    | { readonly type: "deny"; readonly n: number; readonly text?: string }
    /** The person types: for so long, other requests of the site are compared with the text. */
    | { readonly type: "typing"; readonly ms: number }
    /** An address that the wall must refuse, to see whether it does. */
    | { readonly type: "canary"; readonly url: string };
  type FromBridge =
    | { readonly type: "ready"; readonly first: boolean }
    | { readonly type: "socket"; readonly n: number; readonly url: string }
    /** Something is not as the site's file says. */
    | { readonly type: "drift"; readonly why: Alarm["why"]; readonly what: string }
    /** Where does the hook look whether the wall stands? */
    | { readonly type: "canary" }
    | Hold
    | Typed
    | { readonly type: "unnoticed"; readonly n: number }
    | { readonly type: "ahead"; readonly n: number; readonly text: string; readonly page: string }
    | { readonly type: "cancel"; readonly n: number }
    /** The person begins to type, or (`look`) asks what the panel has to say. */
    | { readonly type: "panel"; readonly look: boolean }
    | { readonly type: "sent"; readonly n: number; readonly status: number; readonly ms: number };
  type ToBridge =
    | {
        readonly type: "setup";
        readonly css: string;
        readonly site: PageSite | null;
      }
    | {
        readonly type: "release";
        readonly n: number;
        readonly url: string;
        /** Nobody pressed send for it. */
        readonly quiet?: boolean;
      }
    | { readonly type: "deny"; readonly n: number; readonly keep: boolean }
    /** Where a WebSocket may connect to; empty if nowhere. */
    | { readonly type: "socket"; readonly n: number; readonly url: string }
    | { readonly type: "canary"; readonly url: string }
    | { readonly type: "pass" | "taken" | "ahead"; readonly n: number }
    | { readonly type: "entering"; readonly rules: Yours["files"] }
    | { readonly type: "noted"; readonly n: number; readonly state: Entry["state"] }
    /** Something is to be said: the frame is wanted, and may say so once with this token. */
    | { readonly type: "seat"; readonly token: string }
    /** How large the frame wants to be; 0 where it has nothing to say. */
    | { readonly type: "drawn"; readonly width: number; readonly height: number }
    /** The page lets no frame say it. */
    | { readonly type: "unseen" }
    /** The keyboard leaves the frame. */
    | { readonly type: "left" }
    /** A clean chat; without an address the page is loaded again. */
    | { readonly type: "clean"; readonly url: string }
    /** What was kept may be sent after all: it goes back into the text box. */
    | { readonly type: "again"; readonly n: number };

  // --- the panel's frame <-> background (runtime port "panel") --------------------------------

  type FromPanel =
    | { readonly type: "seat"; readonly token: string }
    | { readonly type: "size"; readonly width: number; readonly height: number }
    | { readonly type: "left" }
    | { readonly type: "retry"; readonly id: string }
    | { readonly type: "dismiss"; readonly id: string }
    | { readonly type: "clean"; readonly id: string }
    | { readonly type: "override"; readonly id: string; readonly reason: string }
    | { readonly type: "not_sensitive"; readonly id: string }
    /** 0 ends a pause. */
    | { readonly type: "pause"; readonly minutes: number }
    /** The site that was switched off is protected again. */
    | { readonly type: "protect" };
  type ToPanel =
    | { readonly type: "seated"; readonly name: string }
    | { readonly type: "show"; readonly entry: Entry }
    | { readonly type: "delta"; readonly id: string; readonly text: string }
    | { readonly type: "alarm"; readonly alarm: Alarm | null; readonly minutes: number }
    | { readonly type: "standing"; readonly standing: Standing }
    | {
        readonly type: "granted";
        readonly id: string;
        readonly how: "public" | "not_sensitive";
        readonly until: number;
      }
    /** The companion did not agree, or is away. */
    | { readonly type: "refused"; readonly id: string };

  /** How a site stands, in the panel that its shield opens. */
  interface Standing {
    readonly label: string;
    readonly checkedAt: number;
    /** Epoch milliseconds, or 0. */
    readonly pausedUntil: number;
    readonly off: boolean;
    readonly away: boolean;
    /** The longest pause that is allowed; 0 is none. */
    readonly minutes: number;
  }

  /** What the panel shows for one prompt. */
  interface Entry {
    readonly id: string;
    /** The held request's number in its own document. */
    readonly n?: number;
    readonly state: "checking" | "public" | "answering" | "answered" | "held" | "dropped";
    readonly site: string;
    readonly ms?: number;
    readonly why?: Why;
    readonly model?: string;
    readonly environment?: string;
    readonly reason?: string;
    readonly retry?: boolean;
    readonly fresh?: string;
    /** What the person may do with it: `public`, `not_sensitive`. */
    readonly offers?: readonly string[];
  }
  interface Why {
    readonly level: number;
    readonly threshold: number;
    readonly reasons: readonly string[];
    readonly kinds: readonly string[];
    readonly spans: readonly Span[];
    readonly categories?: readonly Share[];
    readonly grave?: readonly string[];
    readonly words?: Readonly<Record<string, string>>;
    readonly files?: readonly ToldFile[];
  }
  /** A stretch of the person's own text around a finding. */
  interface Span {
    readonly before: string;
    readonly match: string;
    readonly after: string;
    readonly kind: string;
  }
  /** Why a site is not protected. */
  interface Alarm {
    readonly why: "unhooked" | "mismatch" | "wall" | "composer" | "moved" | "silent";
    readonly since: number;
    readonly site: string;
    readonly host: string;
    readonly what: string;
    /** The version of the site's file, where it no longer fits. */
    readonly version?: number;
    /** The selectors and addresses of the file that found nothing. */
    readonly failed?: readonly string[];
  }

  // --- the hook ---------------------------------------------------------------------------------

  type Getter = (self: any) => any;
  interface SafeMap {
    get(key: any): any;
    set(key: any, value: any): void;
  }
  /** Built-ins as they were before the page's code. */
  interface Natives {
    readonly apply: (target: Function, self: any, values: ArrayLike<any>) => any;
    readonly construct: (target: Function, values: ArrayLike<any>, made?: Function) => any;
    /** Does something in a task whose event shows nothing of ours. */
    readonly later: (work: () => void) => void;
    readonly encode: (text: string) => Uint8Array;
    readonly NativeSocket: typeof WebSocket;
    readonly NativeSource: typeof EventSource;
    readonly NativeTarget: typeof EventTarget;
    readonly NativeProxy: typeof Proxy;
    readonly PlainEvent: typeof Event;
    readonly FrameEvent: typeof MessageEvent;
    readonly EndEvent: typeof CloseEvent;
    readonly sendFrame: Function;
    readonly closeSocket: Function;
    readonly closeSource: Function;
    readonly sendBeacon: Function;
    readonly isView: Function;
    readonly socketParts: Readonly<Record<string, Getter>>;
    readonly setBinaryType: Function;
    readonly codeOf: Getter;
    readonly endReasonOf: Getter;
    readonly wasCleanOf: Getter;
    readonly originOf: Getter;
    readonly byteLengthOf: Getter;
    readonly sizeOf: Getter;
    readonly visibilityOf: Getter;
    readonly defineProperty: typeof Reflect.defineProperty;
    readonly getOwnPropertyDescriptor: typeof Reflect.getOwnPropertyDescriptor;
    readonly NativeRequest: typeof Request;
    readonly NativeResponse: typeof Response;
    readonly NativeBytes: typeof Uint8Array;
    readonly NativeStream: typeof ReadableStream;
    readonly NativeDocument: typeof Document;
    readonly NativeError: typeof TypeError;
    readonly NativeEvent: typeof ProgressEvent;
    readonly NativePromise: typeof Promise;
    readonly NativeUrl: typeof URL;
    readonly PageException: typeof DOMException;
    readonly nativeFetch: typeof fetch;
    readonly now: () => number;
    readonly xhr: XMLHttpRequest;
    readonly open: Function;
    readonly send: Function;
    readonly abort: Function;
    readonly setRequestHeader: Function;
    readonly functionText: Function;
    readonly listen: Function;
    readonly dispatch: Function;
    readonly post: Function;
    readonly test: Function;
    readonly upper: Function;
    readonly then: Function;
    readonly readBytes: Function;
    readonly readRequest: Function;
    readonly getHeader: Function;
    readonly recordOf: (headers: Headers) => Record<string, string>;
    readonly ownBytes: (buffer: ArrayBuffer) => Uint8Array<ArrayBuffer>;
    readonly dataOf: Getter;
    readonly portsOf: Getter;
    readonly urlOf: Getter;
    readonly methodOf: Getter;
    readonly headersOf: Getter;
    readonly signalOf: Getter;
    readonly abortedOf: Getter;
    readonly reasonOf: Getter;
    readonly statusOf: Getter;
    readonly responseHeadersOf: Getter;
    readonly xhrStatusOf: Getter;
    readonly hrefOf: Getter;
    readonly beside: boolean;
    readonly watched: () => boolean;
    readonly copied: readonly (readonly [string, Getter])[];
    readonly newMap: () => SafeMap & { remove(key: any): void };
    readonly newWeakMap: () => SafeMap & { has(key: any): boolean };
  }

  // --- parts of the panel ---------------------------------------------------------------------

  type Shape = "private" | "public" | "held" | "broken";
  interface Box {
    readonly left: number;
    readonly right: number;
    readonly top: number;
    readonly bottom: number;
  }
  interface Spot {
    readonly left: number;
    readonly width: number;
    readonly top: number | null;
    readonly bottom: number | null;
    readonly room: number;
  }
  type Block =
    | { kind: "code" | "heading" | "paragraph" | "quote"; text: string }
    | { kind: "bullets" | "numbers"; start: number; items: string[] };
  interface Inline {
    kind: "text" | "code" | "strong" | "emphasis";
    text: string;
  }
  interface Line {
    readonly item: HTMLElement;
    update(entry: Entry): void;
    delta(piece: string): void;
    interrupted(): void;
    granted(how: "public" | "not_sensitive", until: number): void;
    refused(): void;
    fold(): void;
    open(): boolean;
    stop(): void;
  }
  /** What the panel's frame does for its entries. */
  interface Frame {
    announce(text: string): void;
    tell(message: FromPanel): void;
    /** The entry has nothing more to say. */
    gone(id: string, now?: boolean): void;
    changed(): void;
  }
  /** The part of the panel that is in the page: a shield, a place for the frame, last words. */
  interface Panel {
    use(around: string): void;
    style(css: string): void;
    seat(token: string): void;
    unseen(): void;
    drawn(width: number, height: number): void;
    /** A request stays held, and no frame can say so. */
    keep(n: number, reason: string, site: string): void;
    unkeep(n: number): void;
    /** The extension is gone; its frame with it. */
    interrupted(): void;
  }
  interface PanelUse {
    readonly composer: () => HTMLElement | null;
    readonly onRetry: (n: number) => void;
    readonly onDismiss: (n: number) => void;
    /** The person asks what the panel has to say. */
    readonly onLook: () => void;
  }
  interface Composer {
    use(selector: string): void;
    element(): HTMLElement | null;
    at(event: Event): HTMLElement | null;
    text(): string;
    keep(n: number): void;
    take(n: number): void;
    restore(n: number): void;
    clear(n: number): void;
    forget(n: number): void;
    again(n: number): void;
  }

  /** What the popup asks for. */
  interface Report {
    readonly site: string;
    readonly label: string;
    readonly host: string;
    readonly known: boolean;
    readonly granted: boolean;
    /** Whether the page has the hook; one that was open before the extension has not. */
    readonly hooked: boolean;
    readonly checkedAt: number;
    readonly alarm: Alarm | null;
    readonly blocked: number;
    readonly companion: Companion;
    /** Whether newer site files came that could not be verified. */
    readonly siteFilesRefused?: boolean;
    /** Epoch milliseconds, or 0. */
    readonly pausedUntil: number;
    readonly off: boolean;
    readonly offSince: number;
    /** The longest pause that is allowed; 0 is none. */
    readonly minutes: number;
    readonly switchable: boolean;
  }
  /** What the settings page asks for. */
  interface Settings {
    readonly companion: Companion;
    /** Those that the policy and the organisation list. */
    readonly sites: readonly string[];
    /** Those that the person added. */
    readonly own: readonly string[];
    readonly may: Yours["may"];
    /** Who forbids what may not be done. */
    readonly locks: Readonly<Record<keyof Yours["may"], "" | "policy" | "browser">>;
    /** The sites that are always protected, as people call them. */
    readonly always: readonly string[];
    /** How much is remembered as not sensitive. */
    readonly remembered: NonNullable<Yours["remembered"]>;
    /** What sites are called. */
    readonly labels: Readonly<Record<string, string>>;
    readonly paused: Yours["paused"];
    readonly off: readonly { readonly site: string; readonly since: number }[];
  }
  interface Companion {
    readonly state: "missing" | "connecting" | "connected";
    /** Why it is missing: a key of the locale's `remedy_*` strings. */
    readonly cause: string;
    readonly version: string;
    readonly policy: string;
    readonly policyError: string;
    readonly threshold: number;
    readonly links: Links | null;
  }
}

/** Shared by the hook's files until the page's code runs. */
declare var sottovoceHook: { natives: Sottovoce.Natives; [part: string]: any } | undefined;

/** How frames of WebSockets are read; in a page the hook takes it away before the page's code. */
declare var sottovoceRecipes: {
  classify(socket: Sottovoce.WatchedSocket | null, text: string): Sottovoce.SocketFrame;
  wordsIn(url: string): string[];
  wordsOf(value: unknown): string[] | null;
};

/** Filled by `sites/shipped.js`, for the worker. */
declare var sottovoceSites: Sottovoce.Site[] | undefined;

/** Filled by `sites/watched.js`; the hook takes it away before the page's code runs. */
declare var sottovoceWatched: Sottovoce.Watched[] | undefined;

/** What content scripts of the isolated world share. Pages never see it. */
declare var sottovoce: {
  words: {
    /** A BCP 47 tag. */
    language: string;
    say(name: string, ...values: (string | number)[]): string;
    level(value: number): string;
    levelBelow(value: number, bar: number): string;
    kind(kind: string, own?: Sottovoce.Why["words"]): string;
    kinds(kinds: readonly string[], own?: Sottovoce.Why["words"]): string;
    why(why: Sottovoce.Why): string[];
    about(why: Sottovoce.Why): string;
    files(why?: Sottovoce.Why): string[];
    held(reason: string, site: string): string;
    milliseconds(ms: number): string;
    clock(time: number): string;
    ago(time: number, now: number): string;
    day(time: number): string;
    list(items: readonly string[]): string;
    report(alarm: Sottovoce.Alarm): string[];
  };
  markdown: {
    blocks(answer: string): Sottovoce.Block[];
    inlines(text: string): Sottovoce.Inline[];
    render(answer: string, labels: { copy: string; copied: string }): HTMLElement[];
  };
  shield: { draw(shape: Sottovoce.Shape): SVGElement };
  place: {
    spot(composer: Sottovoce.Box | null, width: number, height: number): Sottovoce.Spot;
    badge(
      composer: Sottovoce.Box | null,
      width: number,
      rtl: boolean,
    ): { left: number; top: number; outside: boolean } | null;
  };
  entry: {
    create(id: string, frame: Sottovoce.Frame): Sottovoce.Line;
    make(tag: string, name?: string, text?: string): HTMLElement;
    button(text: string, name: string, press: () => void): HTMLButtonElement;
  };
  actions: {
    offer(
      entry: Sottovoce.Entry,
      frame: Sottovoce.Frame,
      place: HTMLElement,
      remark: (words: string) => void,
    ): HTMLElement[];
  };
  guard: {
    /** A button that works only when it was seen for a while, and for a person's own press. */
    button(text: string, name: string, press: () => void, covered: () => void): HTMLButtonElement;
  };
  alarm: {
    create(
      news: Sottovoce.Alarm,
      sentence: string,
      minutes: number,
      frame: Sottovoce.Frame,
    ): HTMLElement;
    pause(minutes: number, frame: Sottovoce.Frame, note: HTMLElement): HTMLElement;
  };
  standing: {
    create(standing: Sottovoce.Standing, frame: Sottovoce.Frame, close: () => void): HTMLElement;
  };
  panel: { create(use: Sottovoce.PanelUse): Sottovoce.Panel };
  composer: { watch(): Sottovoce.Composer };
  beside: { there: boolean; of(tab: number): void; open(): Promise<void> };
  reading: {
    textOf(element: Element): string;
    linesOf(root: Node): string;
    write(element: HTMLElement, text: string): Promise<void>;
  };
  likeness: {
    /** Whether a body holds a piece of what was typed. */
    shares(typed: string, body: string): boolean;
  };
  /** Whether the person is typing: a key since the last press of Enter or of a button. */
  typing?: () => boolean;
  /** Whether a body could be what the person wanted sent. */
  meant?: (body: Uint8Array | null) => boolean;
  /** The document's line to the worker and to the page's hook, for parts that come later. */
  line: {
    say(message: Sottovoce.FromBridge): boolean;
    composer: Sottovoce.Composer;
    /** Asks the worker about a hold; what it does not answer stays held. */
    ask(message: Sottovoce.Hold | Sottovoce.Typed): void;
    /** Forgets a hold that is settled. */
    end(n: number): void;
    /** Hears of holds that end, denied or dismissed. */
    onEnd(handler: (n: number) => void): void;
    /** Hears of holds that stay until the person acts. */
    onHeld(handler: (n: number) => void): void;
    onSetup(handler: (site: Sottovoce.PageSite | null) => void): void;
    /** How many requests the hook has held so far. */
    held(): number;
    /** How much was asked about so far: requests, and what was typed. */
    asked(): number;
    on(type: string, handler: (message: any) => void): void;
    onHook(type: string, handler: (message: any) => void): void;
    hook(message: any, transfer?: Transferable[]): void;
  };
  /** Meets the hook, before the page's code runs. */
  meet: (heard: (message: any) => void) => {
    postMessage(message: any, transfer?: Transferable[]): void;
  };
  /** Sends a released request itself; false where the hook has to. */
  deliver?: (
    released: { readonly n: number; readonly url: string },
    hold: Sottovoce.Hold | Sottovoce.Typed,
  ) => boolean;
};
