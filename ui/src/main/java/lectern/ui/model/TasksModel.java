package lectern.ui.model;

import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/// What goes on beside the class: imports and exports.
public final class TasksModel {
    /// The program adds one when it begins and takes it away when it ends, however it ends.
    public final ObservableList<Task> running = FXCollections.observableArrayList();
}
