package lectern.whiteboard;

import lectern.protocol.board.Frame;

/// A frame as arithmetic: from a form's own coordinates to the page and back.
public final class Placing {
    private final double x;
    private final double y;
    private final double xx;
    private final double xy;
    private final double yx;
    private final double yy;
    private final Frame frame;
    private final double cos;
    private final double sin;

    public Placing(Frame frame) {
        this.frame = frame;
        x = frame.x();
        y = frame.y();
        double turn = Math.toRadians(frame.rotation());
        // Unturned shapes, nearly all, are to stay exactly where they are.
        cos = frame.rotation() == 0 ? 1 : Math.cos(turn);
        sin = frame.rotation() == 0 ? 0 : Math.sin(turn);
        xx = cos * frame.scaleX();
        xy = -sin * frame.scaleY();
        yx = sin * frame.scaleX();
        yy = cos * frame.scaleY();
    }

    public double x(double formX, double formY) { return x + (xx * formX + xy * formY); }

    public double y(double formX, double formY) { return y + (yx * formX + yy * formY); }

    /// Relative to where the frame stands: turned and scaled, not moved.
    public double dx(double formX, double formY) { return xx * formX + xy * formY; }

    public double dy(double formX, double formY) { return yx * formX + yy * formY; }

    /// A place on the page in the form's coordinates.
    public double formX(double pageX, double pageY) {
        return (cos * (pageX - x) + sin * (pageY - y)) / frame.scaleX();
    }

    public double formY(double pageX, double pageY) {
        return (cos * (pageY - y) - sin * (pageX - x)) / frame.scaleY();
    }
}
