/// What the screen shows (models) and what it asks for ([Classroom]). Imports `javafx.beans` and `javafx.collections`
/// alone, so tests of it need no toolkit. Only the JavaFX thread touches a model: other threads come through `Fx`.
@NullMarked
package lectern.ui.model;

import org.jspecify.annotations.NullMarked;
