package lectern.protocol.board;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.JsonTypeName;
import java.util.List;
import lectern.protocol.BoardLimits;
import lectern.protocol.Check;
import lectern.protocol.ProtocolException;
import org.jspecify.annotations.Nullable;

/// One part of an edit, as it is said. Applied in the server's order it means the same everywhere: what a change speaks of and
/// isn't there (any more) is passed over.
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
public sealed interface Change {
    /// A new shape. Nothing where one of that id is on the page, or was.
    @JsonTypeName("add")
    record Add(Shape shape) implements Change {
        public Add {
            Check.present("shape", shape);
        }
    }

    /// Other parts for a shape; those that are null stay.
    @JsonTypeName("set")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Set(ShapeId id, @Nullable Double order, @Nullable Frame frame, @Nullable Look look,
            @Nullable Form form) implements Change {
        public Set {
            Check.present("id", id);
            if (order != null) BoardLimits.range("order", order, -1e12, 1e12);
            if (order == null && frame == null && look == null && form == null)
                throw new ProtocolException("set: at least one of order, frame, look, form");
        }
    }

    @JsonTypeName("delete")
    record Delete(List<ShapeId> ids) implements Change {
        public Delete {
            Check.atMost("ids", ids, BoardLimits.IDS);
            ids = List.copyOf(ids);
        }
    }

    /// Brings back what was deleted, as it was then.
    @JsonTypeName("restore")
    record Restore(List<ShapeId> ids) implements Change {
        public Restore {
            Check.atMost("ids", ids, BoardLimits.IDS);
            ids = List.copyOf(ids);
        }
    }
}
