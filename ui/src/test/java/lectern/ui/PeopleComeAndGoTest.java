package lectern.ui;

import static lectern.ui.Screening.onFx;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import lectern.protocol.Role;
import lectern.ui.model.Person;
import lectern.ui.model.ScreenModel.Screen;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// The people list follows the room, through the size at which it gets its search field and back.
class PeopleComeAndGoTest {
    private final Screening screening = new Screening();
    private final ScriptedClassroom classroom = screening.classroom;

    @AfterEach
    void close() { screening.close(); }

    @Test
    void theListShowsWhoIsHere() {
        onFx(() -> classroom.model.screen.set(Screen.CLASS));
        classroom.live("Margaret Okafor", Role.TEACHER);
        screening.open();
        screening.settle(1440, 900);
        var people = classroom.model.lesson.people;
        onFx(() -> {
            people.clear();
            for (int i = 0; i < 12; i++) people.add(new Person("p" + i, "Person " + i, Role.STUDENT, false));
        });
        assertEquals(12, shown().size());
        onFx(() -> ((TextField) screening.find("#people-search")).setText("person 11"));
        assertEquals(List.of("Person 11"), shown());
        onFx(() -> people.remove(2, 12));
        assertEquals(List.of("Person 0", "Person 1"), shown());
        onFx(() -> people.removeFirst());
        assertEquals(List.of("Person 1"), shown());
    }

    private List<String> shown() {
        return onFx(() -> {
            @SuppressWarnings("unchecked")
            var list = (ListView<Person>) screening.find("#people-list");
            return list.getItems().stream().map(person -> person.name).toList();
        });
    }
}
