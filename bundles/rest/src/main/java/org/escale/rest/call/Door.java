package org.escale.rest.call;

/** The marks by which the server finds what it serves. */
public final class Door {
  /** Property of a component whose methods are served. */
  public static final String RESOURCE = "org.escale.rest=resource";

  /** Property of a component that takes part in serving: a filter, a mapper, a reader. */
  public static final String EXTENSION = "org.escale.rest=extension";

  /** The path of this version below the servlet. */
  public static final String VERSION = "/v1";

  private Door() {}
}
