package org.escale.directory.csv;

import java.io.IOException;
import org.escale.tck.directory.DirectoryAdapterContract;
import org.escale.tck.directory.DirectoryLab;
import org.junit.AfterClass;
import org.junit.BeforeClass;

/** The rules of directories, against a folder. */
public class FolderContractTest extends DirectoryAdapterContract {
  private static FolderLab lab;

  @BeforeClass
  public static void start() throws IOException {
    lab = new FolderLab();
  }

  @AfterClass
  public static void stop() throws IOException {
    lab.close();
  }

  @Override
  protected DirectoryLab lab() {
    return lab;
  }
}
