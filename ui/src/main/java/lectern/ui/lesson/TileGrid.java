package lectern.ui.lesson;

/// How the tiles beside the stage are laid out: in one column, or in two when one doesn't hold them all and the window
/// is wide enough to spare the room. Sizes in layout pixels.
record TileGrid(int columns, double tileWidth, double tileHeight) {
    static final double GAP = 10;
    private static final double SHAPE = 16.0 / 9;
    private static final double SMALLEST = 168, LARGEST = 340;
    private static final double SHARE_OF_WINDOW = 0.16;
    private static final double ROOMY = 1280; // window width from which a second column takes nothing that matters

    static TileGrid of(int tiles, double windowWidth, double height) {
        var one = of(1, Math.clamp(windowWidth * SHARE_OF_WINDOW, SMALLEST, LARGEST));
        if (one.contentHeight(tiles) <= height || windowWidth < ROOMY) return one;
        return of(2, Math.clamp(windowWidth * SHARE_OF_WINDOW * 0.78, SMALLEST, LARGEST));
    }

    private static TileGrid of(int columns, double width) {
        double even = Math.floor(width / 16) * 16; // then 16:9 comes out in whole pixels
        return new TileGrid(columns, even, even / SHAPE);
    }

    double x(int index) { return index % columns * (tileWidth + GAP); }

    double y(int index) { return Math.floorDiv(index, columns) * (tileHeight + GAP); }

    double contentWidth() { return columns * (tileWidth + GAP) - GAP; }

    double contentHeight(int tiles) {
        int rows = Math.ceilDiv(tiles, columns);
        return Math.max(0, rows * (tileHeight + GAP) - GAP);
    }
}
