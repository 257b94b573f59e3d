package lectern.ui.model;

/// What can be done with the lessons that were held here before, which [HomeModel#earlier] lists. Called on the JavaFX
/// thread; what doesn't work ends in [HomeModel#lessonsProblem].
public interface Lessons {
    /// Home to lobby, for a class with the board of this one. Where it can't be: [HomeModel#startProblem].
    void goOn(EarlierLesson lesson, String name);

    void rename(EarlierLesson lesson, String title);

    /// Into the trash; [HomeModel#deleted] says which one it was, as long as that can be undone by a click.
    void delete(EarlierLesson lesson);

    void restore(EarlierLesson lesson);

    /// In the system's own window for files.
    void showFolder(EarlierLesson lesson);
}
