"""From a text to what is said in it: sentences, speakers, quantities, and the words that tell of access."""
