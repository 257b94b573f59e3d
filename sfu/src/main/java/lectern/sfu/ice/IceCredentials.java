package lectern.sfu.ice;

import java.security.SecureRandom;

/// One side's user name fragment and password.
public record IceCredentials(String ufrag, String password) {
    private static final String ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    // RFC 8839 §5.4 asks for 4 and 22 at least. Our ufrag alone finds the peer of a first packet: 48 bits of chance keep
    // ufrags of one server apart.
    private static final int UFRAG_CHARACTERS = 8;
    private static final int PASSWORD_CHARACTERS = 24;

    public static IceCredentials random(SecureRandom random) {
        return new IceCredentials(text(random, UFRAG_CHARACTERS), text(random, PASSWORD_CHARACTERS));
    }

    private static String text(SecureRandom random, int characters) {
        var text = new StringBuilder(characters);
        for (int i = 0; i < characters; i++)
            text.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
        return text.toString();
    }

    @Override
    public String toString() {
        return ufrag; // the password stays out of logs
    }
}
