package lectern.ui.board;

import java.util.ArrayList;
import javafx.scene.Group;
import javafx.scene.Node;
import javafx.scene.paint.Color;
import javafx.scene.shape.Arc;
import javafx.scene.shape.ArcType;
import javafx.scene.shape.Circle;
import javafx.scene.shape.Line;
import javafx.scene.shape.LineTo;
import javafx.scene.shape.MoveTo;
import javafx.scene.shape.Path;
import javafx.scene.shape.Rectangle;
import javafx.scene.text.Text;
import javafx.scene.transform.Affine;
import lectern.whiteboard.tool.Instrument;
import lectern.whiteboard.tool.Viewport;
import org.jspecify.annotations.Nullable;

/// The ruler, compass or protractor on the page, of clear plastic. Built when its measures change, else only moved.
final class InstrumentNode extends Group {
    private static final Color BODY = Color.web("#8aa0c8", 0.22), EDGE = Color.web("#5d7196", 0.9);
    private static final Color NUMBER = Color.web("#3f5072");
    private static final Color GRIP = Color.web("#4b50dd");
    private static final double UNIT = 10; // page units between the ruler's marks

    private final Affine place = new Affine();
    private @Nullable Instrument shown;
    private Viewport view = new Viewport(0, 0, 1, 1, 1);

    InstrumentNode() {
        setManaged(false);
        setMouseTransparent(true);
        getTransforms().add(place);
    }

    void show(@Nullable Instrument next, Viewport nextView) {
        boolean same = next != null && shown != null && measures(next).equals(measures(shown));
        shown = next;
        view = nextView;
        if (next == null) getChildren().clear();
        else if (!same) getChildren().setAll(switch (next) {
            case Instrument.Ruler ruler -> ruler(ruler);
            case Instrument.Compass compass -> compass(compass);
            case Instrument.Protractor protractor -> protractor(protractor);
        });
        place();
    }

    void view(Viewport next) {
        view = next;
        place();
    }

    private void place() {
        if (shown == null) return;
        double x = switch (shown) {
            case Instrument.Ruler it -> it.x();
            case Instrument.Compass it -> it.x();
            case Instrument.Protractor it -> it.x();
        };
        double y = switch (shown) {
            case Instrument.Ruler it -> it.y();
            case Instrument.Compass it -> it.y();
            case Instrument.Protractor it -> it.y();
        };
        double degrees = switch (shown) {
            case Instrument.Ruler it -> it.degrees();
            case Instrument.Compass it -> it.degrees();
            case Instrument.Protractor it -> it.degrees();
        };
        place.setToIdentity();
        place.appendTranslation(view.screenX(x), view.screenY(y));
        place.appendScale(view.zoom(), view.zoom());
        place.appendRotation(degrees);
    }

    /// What its look depends on, but for its place.
    private static Instrument measures(Instrument it) {
        return switch (it) {
            case Instrument.Ruler ruler -> new Instrument.Ruler(0, 0, 0, ruler.length(), ruler.width());
            case Instrument.Compass compass -> new Instrument.Compass(0, 0, compass.radius(), 0);
            case Instrument.Protractor protractor ->
                new Instrument.Protractor(0, 0, 0, protractor.radius(), protractor.angle());
        };
    }

    private static ArrayList<Node> ruler(Instrument.Ruler ruler) {
        double length = ruler.length(), width = ruler.width();
        var body = new Rectangle(-length / 2, -width / 2, length, width);
        body.setFill(BODY);
        body.setStroke(EDGE);
        var marks = thin();
        var nodes = new ArrayList<Node>();
        nodes.add(body);
        nodes.add(marks);
        int count = (int) ((length - 2 * width) / UNIT);
        for (int i = 0; i <= count; i++) {
            double x = -count * UNIT / 2 + i * UNIT, high = i % 10 == 0 ? 18 : i % 5 == 0 ? 13 : 8;
            line(marks, x, -width / 2, x, -width / 2 + high);
            line(marks, x, width / 2, x, width / 2 - high);
            if (i % 10 == 0) nodes.add(number("" + i / 10, x, -width / 2 + 28));
        }
        for (int side = -1; side <= 1; side += 2) nodes.add(grip(side * (length - width) / 2, 0, width / 5));
        return nodes;
    }

    private static ArrayList<Node> compass(Instrument.Compass compass) {
        double radius = compass.radius();
        var nodes = new ArrayList<Node>();
        var circle = new Circle(radius);
        circle.setFill(null);
        circle.setStroke(EDGE);
        circle.setOpacity(0.6);
        circle.getStrokeDashArray().addAll(5.0, 5.0);
        var leg = new Line(0, 0, radius, 0);
        leg.setStroke(EDGE);
        leg.setStrokeWidth(2.5);
        nodes.add(circle);
        nodes.add(leg);
        nodes.add(new Circle(3, EDGE));
        nodes.add(grip(0, 0, 9));
        nodes.add(grip(radius, 0, 9));
        nodes.add(number(String.valueOf(Math.round(radius / UNIT) / 10.0), radius / 2, -9));
        return nodes;
    }

    private static ArrayList<Node> protractor(Instrument.Protractor protractor) {
        double radius = protractor.radius();
        var nodes = new ArrayList<Node>();
        var body = new Arc(0, 0, radius, radius, 0, 180);
        body.setType(ArcType.CHORD);
        body.setFill(BODY);
        body.setStroke(EDGE);
        var marks = thin();
        nodes.add(body);
        nodes.add(marks);
        for (int degrees = 0; degrees <= 180; degrees++) {
            double cos = Math.cos(Math.toRadians(degrees)), sin = -Math.sin(Math.toRadians(degrees));
            double inner = radius - (degrees % 10 == 0 ? 16 : degrees % 5 == 0 ? 11 : 6);
            line(marks, radius * cos, radius * sin, inner * cos, inner * sin);
            if (degrees % 30 == 0 && degrees % 180 != 0)
                nodes.add(number("" + degrees, (radius - 29) * cos, (radius - 29) * sin));
        }
        line(marks, 0, 0, 0, -12);
        if (!Double.isNaN(protractor.angle())) {
            double cos = Math.cos(Math.toRadians(protractor.angle())),
                    sin = -Math.sin(Math.toRadians(protractor.angle()));
            var ray = new Line(0, 0, radius * cos, radius * sin);
            ray.setStroke(GRIP);
            ray.getStrokeDashArray().addAll(4.0, 4.0);
            nodes.add(ray);
            var angle = number(Math.round(protractor.angle()) + "°", 0, -radius * 0.4);
            angle.setStyle("-fx-font-size: 20px; -fx-font-weight: 600;");
            angle.setFill(GRIP);
            nodes.add(angle);
        }
        nodes.add(grip(-radius, 0, 9));
        nodes.add(grip(radius, 0, 9));
        return nodes;
    }

    private static Path thin() {
        var path = new Path();
        path.setStroke(EDGE);
        path.setStrokeWidth(0.8);
        return path;
    }

    private static void line(Path path, double x1, double y1, double x2, double y2) {
        path.getElements().addAll(new MoveTo(x1, y1), new LineTo(x2, y2));
    }

    private static Circle grip(double x, double y, double radius) {
        var grip = new Circle(x, y, radius, GRIP.deriveColor(0, 1, 1, 0.16));
        grip.setStroke(GRIP.deriveColor(0, 1, 1, 0.7));
        return grip;
    }

    private static Text number(String text, double x, double y) {
        var node = new Text(text);
        node.setFont(TextLines.font(13, false));
        node.setFill(NUMBER);
        var bounds = node.getLayoutBounds();
        node.setX(x - bounds.getWidth() / 2);
        node.setY(y + bounds.getHeight() / 3);
        return node;
    }
}
