package ma.tansiq.dashboard;

/**
 * A link of the navigation bar.
 *
 * @param label key of its text
 * @param current whether the page being read belongs to it
 */
record NavigationEntry(String address, String label, boolean current) {}
