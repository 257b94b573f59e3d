package lectern.whiteboard;

import lectern.protocol.board.Look;

/// How wide ink is where it was pressed so hard.
public final class InkWidth {
    private static final double LEAST = 0.3;

    /// A marker, which one can see through, is as wide everywhere: its ends would show else.
    public static boolean isSteady(Look look) { return look.opacity() < 1; }

    /// In page units.
    public static double at(Look look, int pressure) {
        return isSteady(look)
                ? look.width()
                : look.width() * (LEAST + (1 - LEAST) * pressure / InkPoints.FULL);
    }

    private InkWidth() {}
}
