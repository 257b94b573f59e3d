package lectern.sfu.srtp;

/// How packets are protected, as negotiated by use_srtp (RFC 5764, RFC 7714).
public enum SrtpProfile {
    /// Half the price of the other: preferred.
    AEAD_AES_128_GCM(7, 16, 12, 16),
    /// The one that everybody must implement.
    AES128_CM_HMAC_SHA1_80(1, 16, 14, 10);

    private final int id;
    private final int keyBytes;
    private final int saltBytes;
    private final int tagBytes;

    SrtpProfile(int id, int keyBytes, int saltBytes, int tagBytes) {
        this.id = id;
        this.keyBytes = keyBytes;
        this.saltBytes = saltBytes;
        this.tagBytes = tagBytes;
    }

    /// The number in the use_srtp extension.
    public int id() {
        return id;
    }

    public int keyBytes() {
        return keyBytes;
    }

    public int saltBytes() {
        return saltBytes;
    }

    public int tagBytes() {
        return tagBytes;
    }
}
