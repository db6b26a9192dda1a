package org.escale.centre.csv;

import java.io.IOException;
import org.escale.tck.centre.CentreDeskContract;
import org.escale.tck.centre.CentreLab;
import org.junit.AfterClass;
import org.junit.BeforeClass;

/** The rules of desks, against a folder. */
public class FolderDeskTest extends CentreDeskContract {
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
