package lectern.classroom;

import java.util.List;
import lectern.protocol.ProtocolException;
import lectern.protocol.board.Change;
import lectern.protocol.board.Form;
import lectern.protocol.board.Presence;
import lectern.whiteboard.InkCode;
import org.jspecify.annotations.Nullable;

/// Says what is wrong with ink before it is accepted: nobody has to be able to paint what can't be read.
final class Inks {
    static @Nullable String wrong(List<Change> changes) {
        for (Change change : changes) {
            String wrong = switch (change) {
                case Change.Add(var shape) -> wrong(shape.form());
                case Change.Set set -> set.form() == null ? null : wrong(set.form());
                case Change.Delete _,Change.Restore _ -> null;
            };
            if (wrong != null) return wrong;
        }
        return null;
    }

    static @Nullable String wrong(Presence presence) {
        if (presence.stroke() != null && wrong(presence.stroke().points()) instanceof String wrong) return wrong;
        return presence.shape() == null ? null : wrong(presence.shape().form());
    }

    private static @Nullable String wrong(Form form) {
        return form instanceof Form.Ink ink ? wrong(ink.points()) : null;
    }

    private static @Nullable String wrong(String points) {
        try {
            InkCode.decode(points);
            return null;
        } catch (ProtocolException malformed) {
            return malformed.getMessage();
        }
    }

    private Inks() {}
}
