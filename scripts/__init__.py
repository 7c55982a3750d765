"""Tools of the repository; nothing here ships."""
