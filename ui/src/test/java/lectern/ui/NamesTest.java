package lectern.ui;

import static lectern.ui.Screening.onFx;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListView;
import javafx.scene.control.ScrollPane;
import lectern.protocol.Role;
import lectern.resources.Language;
import lectern.ui.model.ScreenModel.Screen;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Whatever takes the keyboard's focus says what it is to somebody who can't see it, in the chosen language.
class NamesTest {
    @ParameterizedTest
    @EnumSource(Screen.class)
    void everythingThatCanBeReachedHasAName(Screen screen) {
        try (var screening = new Screening()) {
            var classroom = screening.classroom;
            onFx(() -> {
                classroom.model.settings.language.set(Language.CHINESE);
                classroom.model.lobby.role.set(Role.TEACHER);
                classroom.live("王老师", Role.TEACHER);
                classroom.comes("p1", "Ben", Role.STUDENT);
                classroom.board(3);
                classroom.model.lesson.pagesShown.set(true);
                classroom.model.screen.set(screen);
            });
            screening.open();
            screening.settle(1280, 800);
            var reached = new ArrayList<Node>();
            var nameless = new ArrayList<String>();
            onFx(() -> {
                collect(screening.root(), reached);
                for (var node : reached) if (!hasName(node)) nameless.add(node.toString());
            });
            assertTrue(reached.size() >= 5, "found " + reached);
            assertEquals(List.of(), nameless);
        }
    }

    private static void collect(Node node, List<Node> reached) {
        if (!node.isVisible()) return;
        if (node.isFocusTraversable() && !(node instanceof ScrollPane) && !(node instanceof ListView))
            reached.add(node);
        if (node instanceof ComboBox || node instanceof ButtonBase) return;
        if (node instanceof Parent parent) parent.getChildrenUnmodifiable().forEach(child -> collect(child, reached));
    }

    private static boolean hasName(Node node) {
        return node.getAccessibleText() != null && !node.getAccessibleText().isBlank()
                || node instanceof Labeled labeled && labeled.getText() != null && !labeled.getText().isBlank();
    }
}
