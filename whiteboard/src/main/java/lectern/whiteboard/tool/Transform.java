package lectern.whiteboard.tool;

import lectern.protocol.board.Frame;
import lectern.protocol.board.Point;

/// What is done to the frames of all that is selected. Each has an inverse that brings them back.
sealed interface Transform {
    Frame of(Frame frame);

    SelectionBox of(SelectionBox box);

    Transform inverse();

    record Move(double dx, double dy) implements Transform {
        @Override
        public Frame of(Frame frame) { return frame.movedBy(dx, dy); }

        @Override
        public SelectionBox of(SelectionBox box) { return box.at(box.x() + dx, box.y() + dy); }

        @Override
        public Transform inverse() { return new Move(-dx, -dy); }
    }

    /// Larger or smaller along and across a direction, while one place stays. What is turned otherwise than `degrees` can only be
    /// scaled evenly: a turned rectangle that is pressed flat is no rectangle.
    record Scale(double x, double y, double degrees, double along, double across) implements Transform {
        @Override
        public Frame of(Frame frame) {
            Point at = scaled(frame.x(), frame.y());
            return new Frame(at.x(), at.y(), frame.rotation(), frame.scaleX() * along, frame.scaleY() * across);
        }

        @Override
        public SelectionBox of(SelectionBox box) {
            Point middle = scaled(box.x(), box.y());
            return new SelectionBox(middle.x(), middle.y(), box.width() * Math.abs(along),
                    box.height() * Math.abs(across), box.degrees(), box.pulls());
        }

        private Point scaled(double px, double py) {
            Point in = Angles.turned(0, 0, -degrees, px - x, py - y);
            return Angles.turned(x, y, degrees, in.x() * along, in.y() * across);
        }

        @Override
        public Transform inverse() { return new Scale(x, y, degrees, 1 / along, 1 / across); }
    }

    record Turn(double x, double y, double degrees) implements Transform {
        @Override
        public Frame of(Frame frame) {
            Point at = Angles.turned(x, y, degrees, frame.x() - x, frame.y() - y);
            return new Frame(at.x(), at.y(), Angles.normal(frame.rotation() + degrees), frame.scaleX(),
                    frame.scaleY());
        }

        @Override
        public SelectionBox of(SelectionBox box) {
            Point middle = Angles.turned(x, y, degrees, box.x() - x, box.y() - y);
            return new SelectionBox(middle.x(), middle.y(), box.width(), box.height(),
                    Angles.normal(box.degrees() + degrees), box.pulls());
        }

        @Override
        public Transform inverse() { return new Turn(x, y, -degrees); }
    }
}
