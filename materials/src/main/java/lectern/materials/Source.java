package lectern.materials;

import java.nio.file.Path;

/// A document that somebody else keeps.
///
/// @param hash of its bytes, 64 hexadecimal digits; what is made of the document is kept under it
/// @param file as it came, whatever its name is
public record Source(String hash, Path file) {
    public Source {
        if (hash == null || !isHash(hash) || file == null) throw new IllegalArgumentException("hash and file");
    }

    static boolean isHash(String text) { return text.matches("[0-9a-f]{64}"); }
}
