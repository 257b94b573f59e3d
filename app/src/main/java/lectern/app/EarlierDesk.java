package lectern.app;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import lectern.server.KeptLesson;
import lectern.server.LessonShelf;
import lectern.ui.model.EarlierLesson;
import lectern.ui.model.HomeModel;
import lectern.ui.model.Lessons;
import lectern.ui.model.Notices;

/// The lessons that were held on this machine, for the home screen. JavaFX thread; the disk is read and written on a
/// worker.
final class EarlierDesk implements Lessons {
    private final HomeModel home;
    private final Hosting hosting;
    private final Executor workers;
    private final Executor fx;
    private final BiConsumer<EarlierLesson, String> goOn;
    private int listing; // counts up, so that a late answer to an old one is known

    EarlierDesk(HomeModel home, Hosting hosting, Executor workers, Executor fx,
            BiConsumer<EarlierLesson, String> goOn) {
        this.home = home;
        this.hosting = hosting;
        this.workers = workers;
        this.fx = fx;
        this.goOn = goOn;
    }

    /// Reads anew what there is.
    void list() {
        int mine = ++listing;
        CompletableFuture.supplyAsync(() -> {
            LessonShelf shelf = hosting.shelf();
            shelf.emptyTrash();
            return shelf.list().stream().map(EarlierDesk::shown).toList();
        }, workers).whenCompleteAsync((lessons, trouble) -> {
            if (mine != listing) return;
            if (trouble == null) home.earlier.setAll(lessons);
            else home.lessonsProblem.set(Notices.lessonFailed(Trouble.words(trouble)));
        }, fx);
    }

    private static EarlierLesson shown(KeptLesson lesson) {
        return new EarlierLesson(lesson.room(), lesson.title(), lesson.since(),
                Duration.between(lesson.since(), lesson.until()), lesson.pages(), lesson.bytes(), lesson.unfinished());
    }

    @Override
    public void goOn(EarlierLesson lesson, String name) { goOn.accept(lesson, name); }

    @Override
    public void rename(EarlierLesson lesson, String title) {
        change(shelf -> shelf.rename(lesson.room(), title), () -> {});
    }

    @Override
    public void delete(EarlierLesson lesson) {
        change(shelf -> shelf.delete(lesson.room()), () -> home.deleted.set(lesson));
    }

    @Override
    public void restore(EarlierLesson lesson) {
        change(shelf -> shelf.restore(lesson.room()), () -> {});
    }

    @Override
    public void showFolder(EarlierLesson lesson) {
        change(shelf -> {
            try {
                FolderWindow.open(shelf.folder(lesson.room()));
            } catch (IOException e) {
                throw new CommandException(e.getMessage());
            }
        }, () -> {});
    }

    private void change(Consumer<LessonShelf> change, Runnable done) {
        home.lessonsProblem.set(null);
        CompletableFuture.runAsync(() -> change.accept(hosting.shelf()), workers).whenCompleteAsync((_, trouble) -> {
            if (trouble == null) done.run();
            else home.lessonsProblem.set(Notices.lessonFailed(Trouble.words(trouble)));
            list();
        }, fx);
    }
}
