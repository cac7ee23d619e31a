-- log_names: one row per name under which a log may speak of a partner, program or kind of data of the case (kind): its id, name or
-- alias, in small letters. id NULL = the name is that of several, so it stands for none. Reads partners, programs, categories.
WITH named AS (
    SELECT 'partner' AS kind, partner_id AS id, partner_id AS name FROM partners
    UNION
    SELECT 'partner', partner_id, name FROM partners
    UNION
    SELECT 'partner', partner_id, unnest(string_split(aliases, '|')) FROM partners WHERE aliases IS NOT NULL
    UNION
    SELECT 'program', program_id, program_id FROM programs
    UNION
    SELECT 'program', program_id, name FROM programs
    UNION
    SELECT 'category', category_id, category_id FROM categories
    UNION
    SELECT 'category', category_id, name FROM categories
)
SELECT kind, lower(trim(name)) AS name, CASE WHEN count(DISTINCT id) = 1 THEN min(id) END AS id
FROM named
WHERE trim(name) <> ''
GROUP BY kind, lower(trim(name))
