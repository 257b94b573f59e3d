package lectern.whiteboard;

final class Rounded {
    static double of(double value) {
        double rounded = Math.rint(value * 1e9) / 1e9;
        return rounded == 0 ? 0 : rounded;
    }

    private Rounded() {}
}
