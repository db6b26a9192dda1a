package org.escale.centre.csv;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.escale.spi.centre.CentreException;

/** Where the files are. Used by one thread at a time; only {@link #cut} may come from another. */
interface Shelf extends AutoCloseable {
  /** The most bytes of one file. */
  int LARGEST = 5_000_000;

  /** The most names of one listing. */
  int MOST = 2000;

  /** Where the centre puts its files. */
  String IN = "in/";

  /** Where ours are put. */
  String OUT = "out/";

  /**
   * A file as it was at one moment; empty if there is none.
   *
   * @throws IOException if it changes while it is read, or the place is not reached
   * @throws CentreException if it is larger than {@link #LARGEST} or may not be read
   */
  Optional<byte[]> read(String name) throws IOException, CentreException;

  /**
   * Puts a file there as a whole: whoever reads sees the old one or the new one.
   *
   * @throws CentreException if the place cannot do that
   */
  void write(String name, byte[] content) throws IOException, CentreException;

  /** Takes a file away; nothing if there is none. */
  void remove(String name) throws IOException, CentreException;

  /** The names of the files in the folder {@link #IN}, {@link #MOST} at most. */
  List<String> names() throws IOException, CentreException;

  /**
   * Returns if both folders are there.
   *
   * @throws CentreException if one is not
   */
  void knock() throws IOException, CentreException;

  /** Ends what is under way. */
  void cut();

  @Override
  void close();
}
