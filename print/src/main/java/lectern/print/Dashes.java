package lectern.print;

import lectern.protocol.board.Look;

/// The lengths of dashes and gaps for a line of that width; none is a whole line.
final class Dashes {
    static float[] of(Look.Dash dash, double width) {
        float w = (float) width;
        return switch (dash) {
            case SOLID -> new float[0];
            case DASHED -> new float[]{ 4 * w, 3 * w};
            case DOTTED -> new float[]{ 0.01f, 2.2f * w}; // round caps make a dot of it
        };
    }

    private Dashes() {}
}
