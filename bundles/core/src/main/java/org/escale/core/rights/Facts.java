package org.escale.core.rights;

import java.util.Optional;

/** All that an authorisation looks at. */
public record Facts(Optional<Person> person, Place place, Use use, Chance chance) {}
