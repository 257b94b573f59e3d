package lectern.sfu.srtp;

import java.security.GeneralSecurityException;
import java.util.Arrays;
import javax.crypto.Cipher;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/// Session keys from the master key (RFC 3711 §4.3, with a key derivation rate of zero; RFC 7714 §11 for GCM's shorter
/// salt, which stands at the left).
final class KeyDerivation {
    static final int RTP_KEY = 0;
    static final int RTP_AUTH = 1;
    static final int RTP_SALT = 2;
    static final int RTCP_KEY = 3;
    static final int RTCP_AUTH = 4;
    static final int RTCP_SALT = 5;

    private final byte[] masterKey;
    private final byte[] masterSalt;

    KeyDerivation(byte[] masterKey, byte[] masterSalt) {
        this.masterKey = masterKey.clone();
        this.masterSalt = Arrays.copyOf(masterSalt, 16);
    }

    byte[] derive(int label, int bytes) {
        byte[] iv = masterSalt.clone();
        iv[7] ^= (byte) label;
        try {
            Cipher counter = Cipher.getInstance("AES/CTR/NoPadding");
            counter.init(Cipher.ENCRYPT_MODE, new SecretKeySpec(masterKey, "AES"), new IvParameterSpec(iv));
            return counter.doFinal(new byte[bytes]);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("the JDK lacks a cipher that every JDK must have", e);
        }
    }
}
