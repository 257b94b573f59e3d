/// The materials on the teacher's machine, for [lectern.ui.model.Library]: what is remembered of them, and what is in them.
@NullMarked
package lectern.app.library;

import org.jspecify.annotations.NullMarked;
