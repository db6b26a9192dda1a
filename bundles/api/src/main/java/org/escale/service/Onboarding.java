package org.escale.service;

import java.util.List;
import java.util.Optional;
import org.escale.caller.Caller;
import org.escale.refusal.Outcome;
import org.osgi.annotation.versioning.ProviderType;

/** Brings a system that a centre keeps into the federation, step by step. */
@ProviderType
public interface Onboarding {
  /**
   * A kind of system that can be connected now.
   *
   * @param name as {@link org.escale.adapter.InstalledAdapter#kind} names it
   * @param settings what has to be told, in the order in which a person is asked
   */
  record Kind(String name, List<Asked> settings) {
    /** Copies the list. */
    public Kind {
      settings = List.copyOf(settings);
    }
  }

  /**
   * One setting.
   *
   * @param text what it means, in a sentence
   * @param secret whether it is kept encrypted and never shown
   * @param preset what it is when left out; empty if it must be given
   */
  record Asked(String name, String text, boolean secret, Optional<String> preset) {}

  /** The kinds whose adapters are here, by name. {@code NOT_ALLOWED}. */
  Outcome<List<Kind>> kinds(Caller caller);
}
