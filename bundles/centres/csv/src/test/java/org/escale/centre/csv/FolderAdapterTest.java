package org.escale.centre.csv;

import java.io.IOException;
import org.escale.tck.centre.CentreAdapterContract;
import org.escale.tck.centre.CentreLab;
import org.junit.AfterClass;
import org.junit.BeforeClass;

/** The rules of every adapter, against a folder. */
public class FolderAdapterTest extends CentreAdapterContract {
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
  protected CentreLab lab() {
    return lab;
  }
}
