package lectern.ui.model;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/// What a file is by its name: all that Lectern takes. What it really is, the one who reads it says.
public enum MaterialKind {
    PDF("pdf"), DECK("pptx", "pptm", "ppsx", "potx", "ppt", "pps", "odp"), TEXT("docx", "doc", "odt", "rtf"), SHEET(
            "xlsx",
            "xls", "ods"), DRAWING("svg"), PICTURE("png", "jpg", "jpeg", "webp", "gif", "bmp"), CLIP("mp4", "m4v",
                    "mov", "webm", "mkv", "ogv", "mp3", "m4a", "wav", "ogg", "oga", "opus", "aac", "flac");

    public final List<String> endings;

    MaterialKind(String... endings) {
        this.endings = List.of(endings);
    }

    /// Nothing where a class can't be shown it.
    public static Optional<MaterialKind> of(Path file) {
        String ending = ending(file);
        return Stream.of(values()).filter(kind -> kind.endings.contains(ending)).findFirst();
    }

    /// In small letters, without its dot.
    public static String ending(Path file) {
        var name = file.getFileName();
        if (name == null) return "";
        int dot = name.toString().lastIndexOf('.');
        return dot <= 0 ? "" : name.toString().substring(dot + 1).toLowerCase(Locale.ROOT);
    }

    public static List<String> allEndings() { return Stream.of(values()).flatMap(it -> it.endings.stream()).toList(); }

    /// Whether it may have more pages than one, from which to choose.
    public boolean hasPages() {
        return switch (this) {
            case PDF, DECK, TEXT, SHEET -> true;
            case DRAWING, PICTURE, CLIP -> false;
        };
    }
}
