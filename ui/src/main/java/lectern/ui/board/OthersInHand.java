package lectern.ui.board;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import javafx.scene.Group;
import lectern.protocol.ParticipantId;
import lectern.protocol.board.Frame;
import lectern.protocol.board.Shape;
import lectern.protocol.board.ShapeId;
import lectern.whiteboard.InkPoints;
import lectern.whiteboard.Presences;
import lectern.whiteboard.tool.Viewport;

/// What other people have in hand: ink in page coordinates, everything else as shapes on a canvas.
final class OthersInHand {
    /// In page coordinates.
    final Group ink = new Group();
    final ShapesInHand shapes;
    private final Map<ParticipantId, Held> held = new HashMap<>();

    private record Held(ShapeId stroke, InkNode node) {}

    OthersInHand(BoardPainter painter) {
        shapes = new ShapesInHand(painter);
        ink.setManaged(false);
        ink.setMouseTransparent(true);
    }

    void clear() {
        held.clear();
        ink.getChildren().clear();
        shapes.clear();
    }

    void show(List<Presences.Doing> all, boolean dark, Viewport view) {
        var still = new HashSet<ParticipantId>();
        var previews = new ArrayList<Shape>();
        for (var doing : all) {
            var stroke = doing.presence().stroke();
            if (doing.presence().shape() != null) previews.add(doing.presence().shape());
            if (stroke == null || doing.ink() == null) continue;
            still.add(doing.who());
            var before = held.get(doing.who());
            if (before == null || !before.stroke.equals(stroke.id())) {
                if (before != null) ink.getChildren().remove(before.node);
                var node = new InkNode(stroke.look(), Frame.at(stroke.x(), stroke.y()), stroke.precision(), dark);
                before = new Held(stroke.id(), node);
                held.put(doing.who(), before);
                ink.getChildren().add(node);
            }
            draw(before.node, doing.ink(), stroke.from());
        }
        held.entrySet().removeIf(entry -> {
            if (still.contains(entry.getKey())) return false;
            ink.getChildren().remove(entry.getValue().node);
            return true;
        });
        shapes.show(previews, dark, view);
    }

    private static void draw(InkNode node, InkPoints ink, int newFrom) {
        int from = Math.min(Math.min(newFrom, node.size()), ink.size() - 1);
        if (from < ink.size()) node.draw(from, ink.part(from, ink.size()));
    }
}
