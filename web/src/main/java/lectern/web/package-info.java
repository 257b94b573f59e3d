/// The browser client: the files that the server serves, and what they are served as.
@NullMarked
package lectern.web;

import org.jspecify.annotations.NullMarked;
