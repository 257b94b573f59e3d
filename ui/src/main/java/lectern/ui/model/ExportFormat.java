package lectern.ui.model;

import java.util.Locale;

/// How board pages are written to files.
public enum ExportFormat {
    PDF, PNG, SVG;

    /// Of the file's name, without the dot.
    public String ending() { return name().toLowerCase(Locale.ROOT); }

    /// A PDF holds many pages; of the others each page is a file, and many are a folder.
    public boolean holdsManyPages() { return this == PDF; }
}
