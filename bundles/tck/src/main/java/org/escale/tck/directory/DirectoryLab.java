package org.escale.tck.directory;

import org.escale.spi.directory.DirectoryAdapter;
import org.escale.spi.directory.DirectoryConfig;

/** A directory on a bench: the adapter, and the real program behind it. */
public interface DirectoryLab {
  /** The adapter; the same each time. */
  DirectoryAdapter adapter();

  /** Settings that work; a deadline of 2 s. */
  DirectoryConfig config();

  /** Settings of which one can never work. */
  DirectoryConfig broken();

  /** Empties the directory. */
  void clear();

  /** Writes that person, by the program's own means; over the entry of that key if there is one. */
  void put(Worker worker);

  /** Takes the entry of that key away. */
  void remove(String key);

  /** All that stands in the directory, as text. */
  String text();

  /** Holds the program in its tracks, so that it neither answers nor hangs up; or lets it go on. */
  void silent(boolean held);
}
