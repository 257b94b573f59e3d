package lectern.materials;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.util.Enumeration;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/// What may be packed in a file. All of it is unpacked once, into nothing: what the archive says of itself isn't believed.
final class ZipLimits {
    private static final int MOST_ENTRIES = 20_000;
    private static final long MOST_BYTES = 1L << 30;
    /// Pictures and films are as large packed as unpacked; text that is larger than this unpacked is no slide's.
    private static final long MOST_TEXT = 64 << 20;
    /// Text packs to a tenth, and at most to a hundredth where it repeats itself.
    private static final long MOST_RATIO = 200;
    private static final long SMALL = 4 << 20;

    static void check(File file) throws IOException, RefusedException {
        try (var zip = new ZipFile(file)) {
            if (zip.size() > MOST_ENTRIES) throw bomb(zip.size() + " parts");
            byte[] buffer = new byte[1 << 16];
            long all = 0;
            for (Enumeration<? extends ZipEntry> entries = zip.entries(); entries.hasMoreElements();) {
                ZipEntry entry = entries.nextElement();
                if (climbs(entry.getName())) throw new RefusedException(Refusal.BROKEN, "a name that climbs");
                boolean text = entry.getName().endsWith(".xml") || entry.getName().endsWith(".rels");
                long most = text ? MOST_TEXT : MOST_BYTES;
                long packed = Math.max(1, entry.getCompressedSize());
                long bytes = 0;
                try (InputStream in = zip.getInputStream(entry)) {
                    for (int read; (read = in.read(buffer)) >= 0;) {
                        bytes += read;
                        if (bytes > most || all + bytes > MOST_BYTES
                                || bytes > SMALL && bytes / packed > MOST_RATIO)
                            throw bomb(entry.getName() + " has more than " + bytes + " bytes in " + packed);
                    }
                }
                all += bytes;
            }
        }
    }

    private static boolean climbs(String name) {
        for (String part : name.split("[/\\\\]", -1)) if (part.equals("..")) return true;
        return name.startsWith("/") || name.startsWith("\\") || name.length() > 1 && name.charAt(1) == ':';
    }

    private static RefusedException bomb(String detail) {
        return new RefusedException(Refusal.UNPACKS_TOO_LARGE, detail);
    }

    private ZipLimits() {}
}
