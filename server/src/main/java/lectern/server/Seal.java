package lectern.server;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import lectern.classroom.Grant;
import lectern.protocol.Limits;
import lectern.protocol.ParticipantId;
import lectern.protocol.Role;
import org.jspecify.annotations.Nullable;

/// Makes tokens and resume keys, and tells genuine ones from others. Both follow from one secret and hold no state, so they
/// are the same after a restart.
///
/// A token is base64url(claims, HMAC-SHA256 of the claims cut to 128 bits): about 50 characters for a link, which a person may have to
/// read out. A resume key is `<participant>.<HMAC of room and participant>`.
final class Seal {
    private static final int VERSION = 1;
    private static final int MAC_BYTES = 16;
    private static final Role[] ROLES = { Role.TEACHER, Role.ASSISTANT, Role.STUDENT, Role.WATCHER}; // by number: order is format

    private final SecretKeySpec secret;

    Seal(byte[] secret) {
        this.secret = new SecretKeySpec(secret, "HmacSHA256");
    }

    String token(Grant grant) {
        var bytes = new ByteArrayOutputStream();
        var out = new DataOutputStream(bytes);
        try {
            out.writeByte(VERSION);
            out.writeByte(Arrays.asList(ROLES).indexOf(grant.role()));
            out.writeInt(grant.generation());
            out.writeLong(grant.expiresAt().getEpochSecond());
            writeText(out, grant.room());
            writeText(out, grant.name());
            writeText(out, grant.id());
            out.write(mac("token", bytes.toByteArray()), 0, MAC_BYTES);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        String token = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes.toByteArray());
        if (token.length() > Limits.TOKEN_CHARS) throw new IllegalArgumentException("a token that is too long");
        return token;
    }

    /// What the token says; empty when it isn't one of ours, down to the last bit.
    Optional<Grant> open(String token) {
        if (token.length() > Limits.TOKEN_CHARS) return Optional.empty();
        byte[] bytes;
        try {
            bytes = Base64.getUrlDecoder().decode(token);
        } catch (IllegalArgumentException notBase64) {
            return Optional.empty();
        }
        // The last character has bits to spare: only one way of writing a token is right.
        if (bytes.length < MAC_BYTES + 2
                || !Base64.getUrlEncoder().withoutPadding().encodeToString(bytes).equals(token))
            return Optional.empty();
        byte[] claims = Arrays.copyOf(bytes, bytes.length - MAC_BYTES);
        byte[] mac = Arrays.copyOfRange(bytes, claims.length, bytes.length);
        if (!MessageDigest.isEqual(mac, Arrays.copyOf(mac("token", claims), MAC_BYTES))) return Optional.empty();
        var in = new DataInputStream(new ByteArrayInputStream(claims));
        try {
            if (in.readByte() != VERSION) return Optional.empty();
            Role role = ROLES[in.readByte()];
            int generation = in.readInt();
            Instant expiresAt = Instant.ofEpochSecond(in.readLong());
            String room = readText(in);
            return room == null
                    ? Optional.empty()
                    : Optional.of(new Grant(room, role, readText(in), readText(in), generation, expiresAt));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    String resumeKey(String room, ParticipantId participant) {
        byte[] mac = mac("resume", (room + '/' + participant).getBytes(StandardCharsets.UTF_8));
        return participant + "." + HexFormat.of().formatHex(mac, 0, MAC_BYTES);
    }

    /// Whose key it is; empty when it is nobody's.
    Optional<ParticipantId> resumes(String room, @Nullable String key) {
        int dot = key == null ? -1 : key.indexOf('.');
        if (key == null || dot < 1 || dot > 20) return Optional.empty();
        String id = key.substring(0, dot);
        if (id.isBlank()) return Optional.empty();
        var participant = new ParticipantId(id);
        byte[] right = resumeKey(room, participant).getBytes(StandardCharsets.UTF_8);
        return MessageDigest.isEqual(right, key.getBytes(StandardCharsets.UTF_8))
                ? Optional.of(participant)
                : Optional.empty();
    }

    /// `purpose` keeps one kind of seal from passing for the other.
    private byte[] mac(String purpose, byte[] text) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(secret);
            mac.update(purpose.getBytes(StandardCharsets.UTF_8));
            mac.update((byte) 0);
            return mac.doFinal(text);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has HmacSHA256", e);
        }
    }

    /// The length and one more; 0 is no text.
    private static void writeText(DataOutputStream out, @Nullable String text) throws IOException {
        byte[] utf8 = text == null ? new byte[0] : text.getBytes(StandardCharsets.UTF_8);
        out.writeShort(text == null ? 0 : utf8.length + 1);
        out.write(utf8);
    }

    private static @Nullable String readText(DataInputStream in) throws IOException {
        int length = in.readUnsignedShort() - 1;
        return length < 0 ? null : new String(in.readNBytes(length), StandardCharsets.UTF_8);
    }
}
