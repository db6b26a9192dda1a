package org.escale.demo.scenario;

/** A story that is played through the doors alone. */
interface Scenario {
  /** Its name at the console: {@code a-day}. */
  String name();

  /**
   * Plays it.
   *
   * @throws Stage.BrokenOff if a door answers what the story cannot go on with
   */
  void play(Stage stage);
}
