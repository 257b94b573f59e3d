package lectern.materials;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Something a page store makes and keeps. The same work is equal, so that it is done once for all who ask for it.
sealed interface Work {
    String hash();

    /// Of the file in the document's folder.
    String name();

    /// Reads a document that can be shown as it is.
    record Open(String hash) implements Work {
        @Override
        public String name() { return "outline"; }
    }

    /// Makes a deck's PDF, which takes long.
    record Convert(String hash) implements Work {
        @Override
        public String name() { return "deck"; }
    }

    /// @param page from 0
    record Picture(String hash, int page, int level) implements Work {
        @Override
        public String name() { return "%d_%d".formatted(page, level); }
    }

    record Tile(String hash, int page, int level, int column, int row) implements Work {
        @Override
        public String name() { return "%d_%d_%d_%d".formatted(page, level, column, row); }
    }

    record Text(String hash, int page) implements Work {
        @Override
        public String name() { return page + "_text"; }
    }

    Pattern NAME = Pattern.compile("(\\d{1,6})_(?:(text)|(-?\\d)(?:_(\\d{1,5})_(\\d{1,5}))?)");

    /// The other way round; null for what no store wrote.
    static @Nullable Work of(String hash, String name) {
        if (!Source.isHash(hash)) return null;
        if (name.equals("outline")) return new Open(hash);
        if (name.equals("deck")) return new Convert(hash);
        Matcher parts = NAME.matcher(name);
        if (!parts.matches()) return null;
        int page = Integer.parseInt(parts.group(1));
        if (parts.group(2) != null) return new Text(hash, page);
        int level = Integer.parseInt(parts.group(3));
        if (parts.group(4) == null) return new Picture(hash, page, level);
        return new Tile(hash, page, level, Integer.parseInt(parts.group(4)), Integer.parseInt(parts.group(5)));
    }
}
