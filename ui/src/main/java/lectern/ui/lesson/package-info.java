/// The class.
@NullMarked
package lectern.ui.lesson;

import org.jspecify.annotations.NullMarked;
