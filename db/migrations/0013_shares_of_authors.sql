-- Shares of authors set by hand: until now the points of several authors were always split as the rule set says.
--
-- Percent; NULL is as the rules split.

ALTER TABLE draft_author ADD COLUMN share INTEGER CHECK (share BETWEEN 1 AND 100);
