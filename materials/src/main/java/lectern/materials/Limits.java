package lectern.materials;

/// What the child may make of a file.
///
/// @param pages        of a document
/// @param pageUnits    a page's longer side
/// @param pixels       of a picture that is made
/// @param side         of a picture that was a file, in pixels
/// @param sourcePixels of a picture that is read
/// @param pictureBytes of a picture that is made
/// @param words        of a page; what is beyond is left out
/// @param links        of a page; what is beyond is left out
record Limits(int pages, double pageUnits, long pixels, int side, long sourcePixels, int pictureBytes, int words,
        int links) {
    /// A page may be as long as PDF readers allow (14,400 points), a picture what a good camera takes.
    static final Limits USUAL = new Limits(5_000, 14_400 * PdfFile.UNITS_PER_POINT, 16_000_000, 4096, 64_000_000,
            16 << 20, 20_000, 1_000);
}
