package lectern.ui.board;

import java.util.Arrays;
import javafx.scene.Group;
import javafx.scene.paint.Color;
import javafx.scene.shape.ClosePath;
import javafx.scene.shape.FillRule;
import javafx.scene.shape.LineTo;
import javafx.scene.shape.MoveTo;
import javafx.scene.shape.Path;
import javafx.scene.shape.PathElement;
import lectern.protocol.board.Frame;
import lectern.protocol.board.Look;
import lectern.whiteboard.InkPoints;
import lectern.whiteboard.Outline;

/// Ink in hand, in page coordinates: a chain of outlines, of which a new point changes only the last. A node dirties no more
/// of the screen than it covers, which a canvas as large as the page would.
final class InkNode extends Group {
    private static final int LINK = 16; // vertices of the middle line

    private final Look look;
    private final Frame frame;
    private final double quantum;
    private final Color colour;
    private final Path tip;
    private int[] xs = new int[64], ys = new int[64], pressures = new int[64];
    private int size;
    private Outline outline;
    /// Vertices of the middle line that are in links, which stay.
    private int linked;

    InkNode(Look look, Frame frame, int precision, boolean dark) {
        this.look = look;
        this.frame = frame;
        quantum = Math.scalb(1.0, -precision);
        colour = Paper.of(look.colour(), dark);
        outline = new Outline(look);
        tip = path();
        getChildren().add(tip);
        setManaged(false);
        setMouseTransparent(true);
        setOpacity(look.opacity()); // of the whole: where links meet it stays as light as the rest
    }

    int size() { return size; }

    /// The points from a number on are these; where some before them never came, the line goes straight.
    void draw(int from, InkPoints tail) {
        int kept = Math.min(from, size);
        boolean back = kept < size;
        keep(kept, tail);
        if (back) { // drawn back: from the beginning
            outline = new Outline(look);
            linked = 0;
            getChildren().setAll(tip);
            kept = 0;
        }
        for (int i = kept; i < size; i++)
            outline.add(frame.x() + xs[i] * quantum, frame.y() + ys[i] * quantum, pressures[i]);
        int settled = outline.settled();
        if (settled - linked > LINK) {
            var link = path();
            fill(link, outline.inHand(linked, settled));
            getChildren().add(getChildren().size() - 1, link);
            linked = settled - 1;
        }
        fill(tip, outline.inHand(linked));
    }

    private void keep(int kept, InkPoints tail) {
        size = kept + tail.size();
        if (size > xs.length) {
            int room = Math.max(size, 2 * xs.length);
            xs = Arrays.copyOf(xs, room);
            ys = Arrays.copyOf(ys, room);
            pressures = Arrays.copyOf(pressures, room);
        }
        System.arraycopy(tail.x(), 0, xs, kept, tail.size());
        System.arraycopy(tail.y(), 0, ys, kept, tail.size());
        System.arraycopy(tail.pressure(), 0, pressures, kept, tail.size());
    }

    private Path path() {
        var path = new Path();
        path.setFill(colour);
        path.setStroke(null);
        path.setFillRule(FillRule.NON_ZERO);
        return path;
    }

    private static void fill(Path path, double[] xy) {
        if (xy.length < 2) return;
        var elements = new PathElement[xy.length / 2 + 1];
        elements[0] = new MoveTo(xy[0], xy[1]);
        for (int i = 1; i < xy.length / 2; i++) elements[i] = new LineTo(xy[2 * i], xy[2 * i + 1]);
        elements[elements.length - 1] = new ClosePath();
        path.getElements().setAll(elements);
    }
}
