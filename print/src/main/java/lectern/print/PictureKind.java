package lectern.print;

/// What a picture's bytes are, told by how they begin.
enum PictureKind {
    PNG("image/png"), JPEG("image/jpeg"), WEBP("image/webp"), GIF("image/gif"), UNKNOWN("application/octet-stream");

    private final String contentType;

    PictureKind(String contentType) {
        this.contentType = contentType;
    }

    String contentType() { return contentType; }

    static PictureKind of(byte[] bytes) {
        if (bytes.length < 12) return UNKNOWN;
        if (bytes[0] == (byte) 0x89 && bytes[1] == 'P') return PNG;
        if (bytes[0] == (byte) 0xff && bytes[1] == (byte) 0xd8) return JPEG;
        if (bytes[0] == 'G' && bytes[1] == 'I' && bytes[2] == 'F') return GIF;
        if (bytes[0] == 'R' && bytes[1] == 'I' && bytes[8] == 'W' && bytes[9] == 'E') return WEBP;
        return UNKNOWN;
    }
}
