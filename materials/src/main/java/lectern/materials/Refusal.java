package lectern.materials;

/// Why a file was not read, as a person would ask about it.
public enum Refusal {
    BROKEN("It is damaged, or not what its name says."),
    ENCRYPTED("It is protected by a password."),
    TOO_MANY_PAGES("It has too many pages."),
    PAGE_TOO_LARGE("One of its pages or pictures is too large."),
    TOO_LARGE("The file is too large."),
    TOO_SLOW("Reading it took too long."),
    TOO_MUCH_MEMORY("Reading it took too much memory."),
    OTHER_KIND("Files of this kind can't be read."),
    NEEDS_OFFICE("Files of this kind are read with LibreOffice, which isn't installed here."),
    HEIC("Photos of this kind (HEIC) can't be read here: export it as JPEG."),
    UNPACKS_TOO_LARGE("What is packed in it is too large."),
    EMPTY("There is nothing in it."),
    /// The file, or the page asked for.
    NOT_THERE("It isn't there, or may not be read."),
    /// The reading process ended over it, or could not be started.
    STOPPED("Reading it failed.");

    private final String words;

    Refusal(String words) { this.words = words; }

    /// For logs and tests; the window has its own in the person's language.
    public String words() { return words; }
}
