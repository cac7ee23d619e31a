-- typed_observations: the observations with their numbers as numbers. Reads staged_observations (as text).
SELECT * REPLACE (CAST(users AS BIGINT) AS users, CAST(partners AS BIGINT) AS partners)
FROM staged_observations ORDER BY observation_id
