package org.escale.tck.directory;

/** The directory in memory keeps the rules. */
public class ToyDirectoryTest extends DirectoryAdapterContract {
  static DirectoryLab lab = new ToyLab(Fault.NONE);

  @Override
  protected DirectoryLab lab() {
    return lab;
  }
}
