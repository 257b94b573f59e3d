package lectern.signaling;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.io.OutputStream;
import lectern.protocol.board.AssetId;

/// Names of files: the SHA-256 of their bytes.
final class Hashes {
    static AssetId of(byte[] bytes) { return name(sha256().digest(bytes)); }

    static AssetId of(Path file) throws IOException {
        try (var in = new DigestInputStream(Files.newInputStream(file), sha256())) {
            in.transferTo(OutputStream.nullOutputStream());
            return name(in.getMessageDigest().digest());
        }
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError(e); // every Java has it
        }
    }

    private static AssetId name(byte[] hash) { return new AssetId(HexFormat.of().formatHex(hash)); }

    private Hashes() {}
}
