/// Documents and pictures from outside, read in a process of their own.
@org.jspecify.annotations.NullMarked
package lectern.materials;
