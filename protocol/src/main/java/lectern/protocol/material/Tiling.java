package lectern.protocol.material;

import lectern.protocol.board.Region;

/// How the picture of a document's page is cut at a level: whole where it is small enough, otherwise into squares from the upper
/// left. Level k has 2^k pixels a page unit.
///
/// @param width  of the whole picture, in pixels
/// @param height of the whole picture, in pixels
public record Tiling(int level, int width, int height, int columns, int rows) {
    public static final int MIN_LEVEL = -4;
    public static final int MAX_LEVEL = 3;
    /// The side of a square, in pixels; those at the right and lower edge are what is left.
    public static final int TILE = 1024;
    /// A picture whose longer side is at most so many pixels isn't cut.
    public static final int WHOLE = 2600;

    /// @param pageWidth  in page units
    /// @param pageHeight in page units
    public static Tiling of(double pageWidth, double pageHeight, int level) {
        if (level < MIN_LEVEL || level > MAX_LEVEL || !(pageWidth > 0) || !(pageHeight > 0))
            throw new IllegalArgumentException("level " + level + " of " + pageWidth + " x " + pageHeight);
        int width = pixels(pageWidth, level);
        int height = pixels(pageHeight, level);
        boolean whole = Math.max(width, height) <= WHOLE;
        return new Tiling(level, width, height, whole ? 1 : (width + TILE - 1) / TILE,
                whole ? 1 : (height + TILE - 1) / TILE);
    }

    /// The lowest level that is as sharp as a screen with so many pixels a page unit can show.
    public static int levelFor(double pixelsPerUnit) {
        int level = MIN_LEVEL;
        // A hair above a level isn't worth four times the pixels.
        while (level < MAX_LEVEL && Math.scalb(1.0, level) * 1.05 < pixelsPerUnit) level++;
        return level;
    }

    public boolean isWhole() { return columns == 1 && rows == 1 && Math.max(width, height) <= WHOLE; }

    /// What a tile shows, in page units.
    public Region region(int column, int row) {
        if (column < 0 || column >= columns || row < 0 || row >= rows)
            throw new IllegalArgumentException(column + "-" + row + " of " + columns + " x " + rows);
        double unitsPerPixel = Math.scalb(1.0, -level);
        int side = isWhole() ? WHOLE : TILE;
        int x = column * side;
        int y = row * side;
        return new Region(x * unitsPerPixel, y * unitsPerPixel, Math.min(side, width - x) * unitsPerPixel,
                Math.min(side, height - y) * unitsPerPixel);
    }

    private static int pixels(double units, int level) {
        return Math.max(1, (int) Math.ceil(Math.scalb(units, level) - 1e-6));
    }
}
