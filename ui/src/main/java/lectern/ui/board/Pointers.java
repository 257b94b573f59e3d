package lectern.ui.board;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import javafx.scene.Group;
import javafx.scene.control.Label;
import javafx.scene.paint.Color;
import javafx.scene.shape.Circle;
import javafx.scene.shape.Line;
import javafx.scene.shape.SVGPath;
import javafx.scene.shape.StrokeLineCap;
import lectern.protocol.ParticipantId;
import lectern.protocol.board.Point;
import lectern.whiteboard.tool.Viewport;
import org.jspecify.annotations.Nullable;

/// Where people point: an arrow with a name, or a laser dot with a trail that fades. Places are kept on the page, so they
/// stay right when the view moves.
final class Pointers extends Group {
    private static final double TRAIL_MS = 550;
    private static final int TRAIL_POINTS = 60;
    private static final Color LASER = Color.web("#ff2d3a");

    private record Spot(Point at, long timeMs) {}

    private static final class Pointer {
        final Group node = new Group();
        final Group arrow = new Group();
        final Group name = new Group();
        final Group laser = new Group();
        final Group trail = new Group();
        final Deque<Spot> spots = new ArrayDeque<>();
        @Nullable
        Point at;
    }

    private final Function<ParticipantId, String> nameOf;
    private final Map<ParticipantId, Pointer> pointers = new HashMap<>();
    private Viewport view = new Viewport(0, 0, 1, 1, 1);

    Pointers(Function<ParticipantId, String> nameOf) {
        this.nameOf = nameOf;
        setManaged(false);
        setMouseTransparent(true);
    }

    void view(Viewport next) {
        view = next;
        pointers.values().forEach(this::place);
    }

    /// @param named a laser of one's own, for instance, needs no arrow
    void show(ParticipantId person, Point at, boolean laser, boolean named, long nowMs) {
        var pointer = pointers.computeIfAbsent(person, _ -> make(person, named));
        pointer.at = at;
        pointer.arrow.setVisible(!laser);
        pointer.name.setVisible(true);
        pointer.laser.setVisible(laser);
        if (laser) {
            pointer.spots.addLast(new Spot(at, nowMs));
            if (pointer.spots.size() > TRAIL_POINTS) pointer.spots.removeFirst();
        }
        place(pointer);
    }

    void hide(ParticipantId person) {
        var pointer = pointers.get(person);
        if (pointer == null) return;
        pointer.at = null;
        if (pointer.spots.isEmpty()) remove(person, pointer);
        else {
            for (var each : List.of(pointer.arrow, pointer.laser, pointer.name)) each.setVisible(false);
        }
    }

    List<ParticipantId> shown() { return List.copyOf(pointers.keySet()); }

    void clear() {
        pointers.clear();
        getChildren().clear();
    }

    /// Lets trails fade.
    /// @return whether there is one that still does
    boolean fade(long nowMs) {
        boolean more = false;
        for (var entry : List.copyOf(pointers.entrySet())) {
            var pointer = entry.getValue();
            if (pointer.spots.isEmpty()) continue;
            while (!pointer.spots.isEmpty() && nowMs - pointer.spots.getFirst().timeMs > TRAIL_MS)
                pointer.spots.removeFirst();
            paintTrail(pointer, nowMs);
            more |= !pointer.spots.isEmpty();
            if (pointer.spots.isEmpty() && pointer.at == null) remove(entry.getKey(), pointer);
        }
        return more;
    }

    private void remove(ParticipantId person, Pointer pointer) {
        pointers.remove(person);
        getChildren().remove(pointer.node);
    }

    private Pointer make(ParticipantId person, boolean named) {
        var pointer = new Pointer();
        var colour = PersonColour.of(person);
        if (named) {
            var tip = new SVGPath();
            tip.setContent("M0 0 L0 17 L4.6 12.9 L7.6 19.4 L10.4 18.2 L7.4 11.7 L13.4 11.5 Z");
            tip.setFill(colour);
            tip.setStroke(Color.WHITE);
            tip.setStrokeWidth(1.2);
            var name = new Label(nameOf.apply(person));
            name.setStyle("-fx-background-color: " + web(colour) + "; -fx-text-fill: white; -fx-background-radius: 7;"
                    + " -fx-padding: 1 7 2 7; -fx-font-size: 12px;");
            name.setMaxWidth(160);
            name.relocate(13, 17);
            pointer.arrow.getChildren().add(tip);
            pointer.name.getChildren().add(name);
        }
        var glow = new Circle(9, LASER.deriveColor(0, 1, 1, 0.28));
        var dot = new Circle(4.5, LASER);
        dot.setStroke(Color.WHITE);
        dot.setStrokeWidth(1.2);
        pointer.laser.getChildren().addAll(glow, dot);
        pointer.node.getChildren().addAll(pointer.trail, pointer.laser, pointer.arrow, pointer.name);
        getChildren().add(pointer.node);
        return pointer;
    }

    private void place(Pointer pointer) {
        if (pointer.at == null) return;
        double x = Math.rint(view.screenX(pointer.at.x())), y = Math.rint(view.screenY(pointer.at.y()));
        for (var each : List.of(pointer.arrow, pointer.laser, pointer.name)) {
            each.setLayoutX(x);
            each.setLayoutY(y);
        }
    }

    private void paintTrail(Pointer pointer, long nowMs) {
        var lines = new ArrayList<Line>();
        Spot before = null;
        for (var spot : pointer.spots) {
            if (before != null) {
                double fresh = Math.max(0, 1 - (nowMs - spot.timeMs) / TRAIL_MS);
                var line = new Line(view.screenX(before.at.x()), view.screenY(before.at.y()),
                        view.screenX(spot.at.x()), view.screenY(spot.at.y()));
                line.setStroke(LASER.deriveColor(0, 1, 1, 0.75 * fresh));
                line.setStrokeWidth(1.5 + 5 * fresh);
                line.setStrokeLineCap(StrokeLineCap.ROUND);
                lines.add(line);
            }
            before = spot;
        }
        pointer.trail.getChildren().setAll(lines);
    }

    private static String web(Color colour) {
        return "rgb(%d,%d,%d)".formatted(Math.round(colour.getRed() * 255), Math.round(colour.getGreen() * 255),
                Math.round(colour.getBlue() * 255));
    }
}
