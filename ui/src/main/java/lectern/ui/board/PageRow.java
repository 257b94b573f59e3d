package lectern.ui.board;

import java.util.List;
import java.util.Objects;
import lectern.protocol.ParticipantId;
import lectern.protocol.board.Page;
import lectern.protocol.board.PageId;
import lectern.ui.model.BoardModel;
import lectern.ui.part.Ui;
import org.jspecify.annotations.Nullable;

/// The pages of all in their order, and what they are called.
final class PageRow {
    private PageRow() {}

    static List<Page> ofAll(BoardModel model) {
        return model.pages.stream().filter(page -> page.owner() == null).toList();
    }

    static List<Page> privates(BoardModel model) {
        return model.pages.stream().filter(page -> page.owner() != null).toList();
    }

    /// The newest page that is one's own.
    static @Nullable Page own(BoardModel model) {
        return model.pages.stream().filter(page -> Objects.equals(page.owner(), model.self()))
                .reduce((_, later) -> later).orElse(null);
    }

    static int indexOf(List<Page> pages, @Nullable PageId id) {
        for (int i = 0; i < pages.size(); i++) if (pages.get(i).id().equals(id)) return i;
        return -1;
    }

    /// What a page gets as its order to come to stand at `index` among the others.
    static double order(List<Page> others, int index) {
        if (others.isEmpty()) return 0;
        if (index <= 0) return others.getFirst().order() - 1;
        if (index >= others.size()) return others.getLast().order() + 1;
        return (others.get(index - 1).order() + others.get(index).order()) / 2;
    }

    static String name(Ui ui, Page page) {
        if (Objects.equals(page.owner(), ui.model.lesson.board.self())) return ui.text("page.own");
        if (page.owner() != null) return person(ui, page.owner(), page.title());
        if (!page.title().isBlank()) return page.title();
        return ui.text("page.number", indexOf(ofAll(ui.model.lesson.board), page.id()) + 1);
    }

    /// @param otherwise for somebody who has left
    static String person(Ui ui, ParticipantId id, String otherwise) {
        return ui.model.lesson.person(id.value()).map(person -> person.name).orElse(otherwise);
    }
}
